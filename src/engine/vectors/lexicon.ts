import { normalised } from './space.ts'
import { rowsOf, unpacked } from './packed.ts'

/** The words that {@link embedded} knows. */
export const knownWords: readonly string[] =
  'a allergy almond apple avoid big bill birthday bottle bread bring butter cake can candle caramel card chair cheese child chocolate coffee cream dessert dog early eat egg extra fish for garden glass hazelnut high honey hot i ice instead is it late lemon lemonade lovely meat menu milk more music no nut nuts of on one our pay peanut pepper pie pistachio please quiet red safe salad salt seat seven slice soup sweet table taxi tea ten thank the two walnut water we which white window wine with without'.split(
    ' ',
  )

/** How many numbers a word's vector has. */
export const lexiconDims = 32
const step = 2.1798602709566316e-6

/** Of each word the first 32 of the 96 numbers of content/vectors/static.bin, in hexadecimal: 4 bits a number, then the scales. */
const packed =
  'ca68a5c689755574cd377c77776c8763b9a758882789676a98847f4b48aa87b9b65577b956aa9c8ca8987d48948966678967' +
  '98a87569ad9677775979989a9668a66b7867193956ab9cab38b92c5ac38e66757a6aa8797979c99568b5847188678787c977' +
  'aa89baa7277caa8d95c66b5b77899a7493661c9c8329e888c98b4c7636b7bb99976996946a56795a58ae1a9bc9a6c3bc478c' +
  'bc8a7872a57b8ba99897d8576a8b8ac8b969e9bf54e589676b4d9b7785c4198a994ac498aa8c99aa6598bb37b8c8589a9c68' +
  '9886eba47a7b48b79889987899696a8589b988a67aac5b96ac949aca2678799e6386a6c2e86e19f49777a49878aa899b6877' +
  'a9576a7957776799a878897d9ab979ab867fc89b4da78f85a6996ac8aeb8a978e7a87b6a6766cdb686c9389ae87d9c75cc6f' +
  '689d79277575998b84999bb589689576795c5ba49a7596b7585b99aa7a848c6998ad3865786885a95979869888849a7775c7' +
  '5467588767a6378ab6bb89a8bb49af984875db5795e6479c998a86c5d9467c29188658788bd76895d7977777b9bb8a9d68a4' +
  '67687414a455878cb14da7745d7c8cdac77aa4a96c48ca7ba7a597b958897a76a56aba986687e98ab967a947897f8be68978' +
  '9756a789487bc9968669826bb9846678c5b87d79f5367691685e7b8e67bb858b696aa9789d56a39b96ba56ba5785c56545ae' +
  '46cb9e96b5833652b8b877da889b888b877cba668b735d5d979c1a8f749447ca1689b9aca9a99e47a8a8579178869759b648' +
  '48578966c99357b8886b986666b66586978a99849e7568a94bc9955b7a639966641bb9a69caaa79a3992a9876898692c6998' +
  '7b6b7fe6429a54a3a96886b37b68e546bbb6cd17688c75b59768a796367b5889a47c5cc654bc656a6a7bab37586864869788' +
  '4fbc346b35a7ea688666835b8787b7877cfa448834b1776e9843a76289bee34aeb929f694b74c65624c75a79989868a87b57' +
  '756b2888c7677797598a97a88777aa59589919796a86697598b9695bb6a859b6657739c78769b5d77c79fb4c7ce1aa7e6a9a' +
  '7976bc47c77b56ca8e497776b32b5a67da395a76a8a95a78f678a855be3967fb27978868894cc7276a1a98a989a681886ba8' +
  '99587aa8595ab8a597b3757d97dc6aac88b8a76678668679b5798db6578a7795a37586c95496c889a9b79b78b5955897a475' +
  '87b94587ba8ab9a8aa7ab6855879a2a6891bb86a7a4ba9b768bb8187258a747c9a7597a7836ad75977a7698a7ad3ab89b699' +
  'a75568699c67c979987b6995ba9c6a7b85d856ba66cc78cbb8819867b6699aa89a77c96791aa99a976b94932c48784c95877' +
  '9979b8869c6b68a67669978871bb79a8869a77a87b3967886497ba7a94f9b54ad99d5ad68b5a778a1993878895ba8788c89a' +
  '8986a95986987574968a66a8c7577999c8aca89586abaa816898994a6875a88789975dc658889bf399b7577767968585aa74' +
  'ca39d9bc1563868b4a76657b6cb788d688a6788b8889aca842cd45bba64a85da9c284a973eba969575a6585a997578d3bb26' +
  '78ab79b88d9493987a85ab978995b49b59693876ba67964da4175e5b8a87b878c8989cc7c7a7857cad79d94a6ac8958a8697' +
  '6748b98976a76988d6478ab26c6775aac9aa97778976c6b78758c598d98697881bb5bf75a2b95f886d44a786cc7c6baa9ab9' +
  'ba66b9a98a66baa9878573746a998718c96467a96eb39387a2a4dd6667cc56aaa876893ac5163d4c6677a86ab7a87bb774ba' +
  '5964db8b3938d7896bc965a719a4b98b88ad86aa75a6a8694aea6374b42cbc89a65ba64538487b48b959957b7b7398a168bd' +
  '25a8bcac9696bd7a96956537878598a6593ab64267b19a5967cd28c9ab7a5a7c958a74da48ac7ab78684789867798889a578' +
  '4692958b8b9c97aac6186b879796677845978a83ba69798b67a79679695c657878748943329875a869ae979698996a9ab999' +
  '58869a58879b28698c7c95595ca98465c7cf56d455647a458a9ba7674a6957a8bbaa78b32757a567a504e37e9d9d6289ae60' +
  'ff35436fc07a6661ae7c1134608ab058800e87668e964f4c9e81e06c5c587a84709eef95557b6a604148265d2e930e60eb66' +
  'e7013a70c06ab88048497a87ba4b7017f45af62f9f00a70182300a8a60ba247e076d2a57d3729d18854bd00af9ae82615400' +
  '72021e05642df268fda108898473abbc89607c730b3ccd525e6ec07c676c555e2c930663896db737c996d6742e528e5f0d00' +
  '300de26865511110210a5755a960dd9ad402ac2b'

let vectors: ReadonlyMap<string, Float32Array> | undefined

/** A vector for each known word, real ones of the model all-MiniLM-L6-v2, cut to 32 numbers. */
export function wordVectors(): ReadonlyMap<string, Float32Array> {
  const bytes = Uint8Array.from({ length: packed.length / 2 }, (_, at) =>
    parseInt(packed.slice(2 * at, 2 * at + 2), 16),
  )
  const rows = rowsOf(unpacked({ rows: knownWords.length, dims: lexiconDims, bits: 4, step }, bytes))
  return (vectors ??= new Map(knownWords.map((word, at) => [word, rows[at]!])))
}

/** The vector of a text: the sum of its known words' vectors, at length 1. undefined if it knows none of them. */
export function embedded(text: string): Float32Array | undefined {
  const known = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => wordVectors().get(word) ?? [])
  if (known.length === 0) return undefined
  const sum = new Float32Array(lexiconDims)
  for (const vector of known) for (const [place, value] of vector.entries()) sum[place]! += value
  return normalised(sum)
}
