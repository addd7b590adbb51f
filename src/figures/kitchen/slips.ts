const dishes = ['soup', 'stew', 'dumplings', 'flat bread', 'lentils', 'roast beets', 'noodles', 'apple cake']
const wishes = ['two', 'three', 'one, extra hot', 'four, to share', 'one without onions', 'two, after eight']

/** The slip that B never got. */
export const lostSlip = 'table 3: no nuts'

/** What hangs in the place of a slip that never came. An empty place has a hash of its own. */
export const emptyPlace = ''

/** What hangs in kitchen A's place; the slip that B is missing is at `lost`. */
export function slipOfA(index: number, lost: number): string {
  return index === lost ? lostSlip : slip(index)
}

/** The order slip that hangs in a place. */
export function slip(index: number): string {
  const table = 4 + ((index * 29) % 61)
  return `slip ${index + 1}, table ${table}: ${dishes[index % 8]}, ${wishes[(index * 5 + (index >> 6)) % 6]}`
}

/** Where the lost slip hangs in the n-th game: spread by the golden ratio, the same for every reader. */
export function lostPlace(game: number, count: number): number {
  return Math.floor((((game + 1) * 0.6180339887498949) % 1) * count)
}
