import { hex, textbookTree, value } from 'engine'

// What can make two roots differ? Each cause tried on rows that stand at their addresses.
const rows = new Map([
  ['table 1', 'soup'],
  ['table 2', 'stew'],
  ['table 3', 'no nuts'],
])
const addresses = ['table 1', 'table 2', 'table 3', 'table 4']
const root = (held: ReadonlyMap<string, string>) =>
  hex(textbookTree(addresses.map((address) => held.get(address) ?? '')).root.digest)

const b = {
  missed: new Map([...rows].filter(([address]) => address !== 'table 3')),
  'on-its-way': new Map([...rows, ['table 4', 'noodles']]),
  order: new Map([...rows].reverse()),
}
const causes = Object.entries(b).filter(([, held]) => root(held) !== root(rows))
console.log(`roots differ after: ${causes.map(([cause]) => cause).join(', ')}`)
value('causes', causes.map(([cause]) => cause).join(' '))
