import { value } from 'engine'

// How often at least 1, 2 or all 3 of three machines are up, if each is
// up 99% of the time, independently of the others.
const up = 0.99
const down = 1 - up
const chances = {
  'one of three': 1 - down ** 3,
  'two of three': up ** 3 + 3 * up ** 2 * down,
  'three of three': up ** 3,
  'one alone': up,
}
const minutesOfYear = 365 * 24 * 60
for (const [need, chance] of Object.entries(chances)) {
  const minutes = (1 - chance) * minutesOfYear
  console.log(
    `${need}: ${(100 * chance).toFixed(4)}%, down ${minutes.toFixed(1)} minutes a year`,
  )
  value(need, 100 * chance)
  value(`${need}, seconds`, minutes * 60)
  value(`${need}, minutes`, minutes)
  value(`${need}, hours`, minutes / 60)
  value(`${need}, days`, minutes / 60 / 24)
}

// The quiz asks for whole hours.
value('hours when all are needed', Math.round((1 - up ** 3) * 365 * 24))
