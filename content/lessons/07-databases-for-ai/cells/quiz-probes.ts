import { Ivf, scatter, Space, value } from 'engine'

const space = Space.of(scatter(200, 8, { clusters: 20, spread: 0.4 }))
const lists = new Ivf(space, { lists: 20 })
space.compared = 0
lists.search(scatter(1, 8, { spread: 0.4, seed: 3 })[0]!, { k: 5, probes: 20 })
console.log(space.compared)
value('compared', space.compared)
