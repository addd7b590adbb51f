/** A plane through vectors: where each of them falls on it, from -1 to 1, and how much of their variance it shows. */
interface Plane {
  readonly project: (vector: Float32Array) => { readonly x: number; readonly y: number }
  readonly shown: number
}

/** The plane along the two directions in which the vectors differ most, found by multiplying again and again. */
export function planeOf(vectors: readonly Float32Array[]): Plane {
  const dims = vectors[0]!.length
  const mean = Float64Array.from(
    { length: dims },
    (_, at) => vectors.reduce((sum, one) => sum + one[at]!, 0) / vectors.length,
  )
  const apart = vectors.map((one) => Float64Array.from(one, (value, at) => value - mean[at]!))
  const first = direction(apart, [])
  const second = direction(apart, [first])
  const total = apart.reduce((sum, one) => sum + dot(one, one), 0)
  const held = apart.reduce((sum, one) => sum + dot(one, first) ** 2 + dot(one, second) ** 2, 0)
  const reach = Math.max(
    ...apart.map((one) => Math.max(Math.abs(dot(one, first)), Math.abs(dot(one, second)))),
  )
  return {
    project(vector) {
      const own = Float64Array.from(vector, (value, at) => value - mean[at]!)
      return { x: dot(own, first) / reach, y: dot(own, second) / reach }
    },
    shown: held / total,
  }
}

function direction(vectors: readonly Float64Array[], without: readonly Float64Array[]): Float64Array {
  let found = Float64Array.from(vectors[0]!, (_, at) => 1 / (1 + at))
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(found.length)
    for (const vector of vectors) {
      const along = dot(vector, found)
      for (const [at, value] of vector.entries()) next[at]! += along * value
    }
    for (const other of without) {
      const along = dot(next, other)
      for (const [at, value] of other.entries()) next[at]! -= along * value
    }
    const length = Math.sqrt(dot(next, next))
    found = next.map((value) => value / length)
  }
  return found
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0)
}
