/** Something that a guest said. */
export interface Said {
  readonly table: number
  readonly text: string
}

/** What guests said earlier in the evening. Many of them like nuts, which is what makes row 3 hard to find. */
export const evening: readonly Said[] = [
  { table: 1, text: 'a window seat please' },
  { table: 1, text: 'soup hot please' },
  { table: 1, text: 'chocolate cake a big slice' },
  { table: 2, text: 'the walnut cake was lovely' },
  { table: 2, text: 'more walnut and honey on the salad' },
  { table: 2, text: 'almond milk in the coffee please' },
  { table: 3, text: 'red wine two glass' },
  { table: 3, text: 'the soup is hot' },
  { table: 3, text: 'a quiet table near the garden' },
  { table: 4, text: 'extra peanut butter' },
  { table: 4, text: 'pistachio ice cream' },
  { table: 4, text: 'the bill please' },
  { table: 5, text: 'almond cake with honey' },
  { table: 5, text: 'nuts with the wine' },
  { table: 5, text: 'a birthday candle on the cake' },
  { table: 6, text: 'walnut bread' },
  { table: 6, text: 'salad with walnut and apple' },
  { table: 6, text: 'a taxi at ten' },
  { table: 7, text: 'hazelnut ice cream' },
  { table: 7, text: 'nut bread with cheese' },
  { table: 7, text: 'the dog is quiet' },
  { table: 8, text: 'fish instead of meat' },
  { table: 8, text: 'bread without butter' },
  { table: 8, text: 'high chair for the child' },
  { table: 9, text: 'we pay by card' },
  { table: 9, text: 'lemon pie' },
  { table: 9, text: 'two coffee one tea' },
]
