const ln2 = 0.6931471805599453

/**
 * The natural logarithm from + - * / alone, so that every browser gives the same number: the value is halved or doubled
 * into 0.7 .. 1.4, and the series of the area tangent does the rest. @param value greater than 0
 */
export function logarithm(value: number): number {
  if (!(value > 0) || value === Infinity) {
    throw new RangeError(`A logarithm takes a finite number above 0; it was given ${value}.`)
  }
  let twos = 0
  let rest = value
  while (rest > 1.4) [rest, twos] = [rest / 2, twos + 1]
  while (rest < 0.7) [rest, twos] = [rest * 2, twos - 1]
  const ratio = (rest - 1) / (rest + 1)
  const square = ratio * ratio
  let sum = 0
  let power = ratio
  for (let odd = 1; odd < 40; odd += 2) {
    sum += power / odd
    power *= square
  }
  return 2 * sum + twos * ln2
}
