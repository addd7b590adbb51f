/** What a node stores, and how fast it may read and send. */
interface BillSettings {
  /** Bytes on each node. */
  readonly dataBytes: number
  /** MiB a second that validation reads; compaction_throughput as shipped is 64. */
  readonly readMebibytes: number
  /** MiB a second that streams may send (stream_throughput_outbound). */
  readonly streamMebibytes: number
  /** The share of the data that lies in differing ranges, 0 to 1. */
  readonly differing: number
  readonly depth: number
}

/** What a full repair of that node's data costs, step by step. */
export interface Bill {
  readonly readBytes: number
  readonly readMs: number
  /** One whole tree over all of it. */
  readonly treeBytes: number
  readonly treeMs: number
  /** What one neighbour streams. */
  readonly streamBytes: number
  readonly streamMs: number
}

const mebibyte = 1024 * 1024

/** A leaf is 34 bytes on the wire, a node above the leaves 13 (MerkleTree.serializedSize with Murmur3 tokens). */
export function treeBytesOf(depth: number): number {
  const leaves = 2 ** depth
  return leaves * 34 + (leaves - 1) * 13
}

/** Every replica reads everything; the tree and the differing ranges travel. */
export function billOf(settings: BillSettings): Bill {
  const { dataBytes, readMebibytes, streamMebibytes, differing, depth } = settings
  const treeBytes = treeBytesOf(depth)
  const streamBytes = dataBytes * differing
  const at = (bytes: number, rate: number) => (bytes / (rate * mebibyte)) * 1000
  return {
    readBytes: dataBytes,
    readMs: at(dataBytes, readMebibytes),
    treeBytes,
    treeMs: at(treeBytes, streamMebibytes),
    streamBytes,
    streamMs: at(streamBytes, streamMebibytes),
  }
}
