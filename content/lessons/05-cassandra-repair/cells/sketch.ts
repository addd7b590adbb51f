import { plot, value } from 'engine'
import { symbolsNeeded } from './rateless'

// Bytes to find k differing rows among 131,072, by four ways.
const rows = 2 ** 17
const depth = 17
const hash = 32
// Coded symbol: a row's 8-byte token and 8 bytes of its digest, an
// 8-byte check and an 8-byte count.
const symbol = 32

const list = rows * hash
const tree = (2 * rows - 1) * hash
const ways = [1, 3, 10, 30, 100, 300, 1000].map((k) => {
  const items = Array.from({ length: k }, (_, row) => row * 7919 + k)
  const symbols = symbolsNeeded(items)
  return {
    differing: k,
    'whole tree': tree,
    list,
    descent: Math.min((1 + 2 * k * depth) * hash, tree),
    sketch: symbols * symbol,
    'symbols for each': Number((symbols / k).toFixed(2)),
  }
})
console.table(ways)
const line = (name: 'descent' | 'sketch') => ({
  name,
  points: ways.map((way): [number, number] => [
    way.differing,
    way[name],
  ]),
})
plot([line('descent'), line('sketch')], {
  x: 'differing rows',
  y: 'bytes',
})
const hundred = ways.find(({ differing }) => differing === 100)
value('descent', hundred?.descent ?? 0)
value('sketch', hundred?.sketch ?? 0)
value('tree', tree)
value('list', list)

// How much less than one symbol for each difference could ever do?
