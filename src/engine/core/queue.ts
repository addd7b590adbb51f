/** Order of what falls into the same millisecond: faults, operations, deliveries, timers. */
export const rank = { fault: 0, operation: 1, delivery: 2, timer: 3 } as const

const rankStep = 2 ** 45

/**
 * What is still to come, earliest first; equal times by rank, then in the order of arrival. A heap without that
 * sequence number pops equal times in an accidental order, and runs stop being repeatable.
 *
 * A binary heap over lists of numbers: keys are two doubles (time; rank and sequence in one), items stay in slots so that
 * moving an entry moves numbers only.
 */
export class Queue<Item> {
  /** The time of the entry popped last. */
  time = 0
  size = 0
  readonly #times: number[] = []
  readonly #orders: number[] = []
  readonly #slots: number[] = []
  readonly #items: (Item | undefined)[] = []
  readonly #free: number[] = []
  #sequence = 0

  push(time: number, rankOfItem: number, item: Item): void {
    const order = rankOfItem * rankStep + this.#sequence++
    const slot = this.#free.length > 0 ? this.#free.pop()! : this.#items.length
    this.#items[slot] = item
    const times = this.#times
    const orders = this.#orders
    const slots = this.#slots
    let index = this.size++
    while (index > 0) {
      const parent = (index - 1) >> 1
      const parentTime = times[parent]!
      if (parentTime < time || (parentTime === time && orders[parent]! < order)) break
      times[index] = parentTime
      orders[index] = orders[parent]!
      slots[index] = slots[parent]!
      index = parent
    }
    times[index] = time
    orders[index] = order
    slots[index] = slot
  }

  /** The next entry, its time in `time`; undefined when nothing is left. */
  pop(): Item | undefined {
    if (this.size === 0) return undefined
    const slot = this.#slots[0]!
    this.time = this.#times[0]!
    const item = this.#items[slot]!
    this.#items[slot] = undefined
    this.#free.push(slot)
    const last = --this.size
    if (last > 0) this.#sink(this.#times[last]!, this.#orders[last]!, this.#slots[last]!, last)
    return item
  }

  #sink(time: number, order: number, slot: number, size: number): void {
    const times = this.#times
    const orders = this.#orders
    const slots = this.#slots
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= size) break
      const right = child + 1
      if (
        right < size &&
        (times[right]! < times[child]! || (times[right] === times[child] && orders[right]! < orders[child]!))
      ) {
        child = right
      }
      const childTime = times[child]!
      if (childTime > time || (childTime === time && orders[child]! > order)) break
      times[index] = childTime
      orders[index] = orders[child]!
      slots[index] = slots[child]!
      index = child
    }
    times[index] = time
    orders[index] = order
    slots[index] = slot
  }
}
