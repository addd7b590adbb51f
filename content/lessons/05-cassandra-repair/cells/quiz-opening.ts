import { value } from 'engine'

// A terabyte a node, one row missing. Reading at 64 MiB/s; trees and rows travel at 24 MiB/s.
// Nothing is run here: it's bytes over rates.
const mebibyte = 1024 * 1024
const readHours = 1e12 / (64 * mebibyte) / 3600
const leaves = 2 ** 20
const treeBytes = leaves * 34 + (leaves - 1) * 13
// A billion rows of 1,000 bytes, a million leaves: so much shares the leaf of the missing row.
const leafBytes = 1e12 / leaves
const seconds = { trees: treeBytes / (24 * mebibyte), rows: (2 * leafBytes) / (24 * mebibyte) }
console.log(`reading ${readHours} h, a tree ${seconds.trees} s, the rows ${seconds.rows} s`)
value('most', readHours * 3600 > Math.max(seconds.trees, seconds.rows) ? 'reading' : 'sending')
value('read hours', readHours.toFixed(1))
value('tree seconds', seconds.trees.toFixed(0))
value('leaf megabytes', (leafBytes / 1e6).toFixed(1))
// What one neighbour streams when a tenth of the data lies in ranges that differ.
value('tenth minutes', (1e11 / (24 * mebibyte) / 60).toFixed(0))
