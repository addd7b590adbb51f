import { lowestToken } from '#engine/token/token.ts'
import type { Commands } from './steps.ts'

/** Addresses are fixed, so that a node that was cut off comes back under the one it had. */
export function addressOf(index: number): string {
  return `172.30.7.${11 + index}`
}

/** The compose file of a cluster with these nodes; versions are pinned, and no port is opened. */
export function composeText(commands: Omit<Commands, 'steps' | 'notes'>): string {
  const { system, version, nodes } = commands
  const services = nodes.map((node, index) =>
    system === 'cassandra' ? cassandraNode(node, index, nodes, commands) : mongodbNode(node, index, version),
  )
  return `services:\n${services.join('')}networks:\n  lines:\n    ipam:\n      config:\n        - subnet: 172.30.7.0/24\n`
}

function cassandraNode(
  node: string,
  index: number,
  nodes: readonly string[],
  { version, hints, hintWindowMs }: Pick<Commands, 'version' | 'hints' | 'hintWindowMs'>,
): string {
  const window = hintWindowMs === undefined ? '' : ` 'max_hint_window: ${hintWindowMs}ms'`
  // As the model places them: one token a node, evenly spaced.
  const token = lowestToken + ((BigInt(index) + 1n) * 2n ** 64n) / BigInt(nodes.length) - 1n
  const before = nodes[index - 1]
  const lines = [
    `  ${node}:`,
    `    image: cassandra:${version}`,
    `    hostname: ${node}`,
    `    networks: { lines: { ipv4_address: ${addressOf(index)} } }`,
    `    environment:`,
    `      CASSANDRA_SEEDS: ${addressOf(0)}`,
    `      CASSANDRA_ENDPOINT_SNITCH: GossipingPropertyFileSnitch`,
    `      CASSANDRA_DC: datacentre1`,
    `      MAX_HEAP_SIZE: 512M`,
    `      HEAP_NEWSIZE: 128M`,
    `    entrypoint:`,
    `      - bash`,
    `      - -c`,
    `      - |`,
    `        sed -i '/^num_tokens:/d; /^initial_token:/d; /^dynamic_snitch:/d; /^hinted_handoff_enabled:/d${window === '' ? '' : '; /^max_hint_window:/d'}' /etc/cassandra/cassandra.yaml`,
    `        printf '%s\\n' 'num_tokens: 1' "initial_token: ${token}" 'dynamic_snitch: false' 'hinted_handoff_enabled: ${hints}'${window} >> /etc/cassandra/cassandra.yaml`,
    `        exec docker-entrypoint.sh cassandra -f`,
    `    healthcheck: { test: ["CMD", "cqlsh", "-e", "describe cluster"], interval: 5s, timeout: 20s, retries: 60 }`,
    // One after the other: two nodes mustn't join at once.
    ...(before === undefined ? [] : [`    depends_on: { ${before}: { condition: service_healthy } }`]),
  ]
  return `${lines.join('\n')}\n`
}

function mongodbNode(node: string, index: number, version: string): string {
  const lines = [
    `  ${node}:`,
    `    image: mongo:${version}`,
    `    hostname: ${node}`,
    `    networks: { lines: { ipv4_address: ${addressOf(index)} } }`,
    `    command: ["mongod", "--replSet", "rs", "--bind_ip_all"]`,
    `    healthcheck: { test: ["CMD", "mongosh", "--quiet", "--eval", "db.hello().ok"], interval: 3s, timeout: 10s, retries: 40 }`,
  ]
  return `${lines.join('\n')}\n`
}
