import type { PlanPicture } from '#figures/cluster-bench/gallery.tsx'
import { lanesOf } from '#figures/cluster/lanes.ts'
import type { RunOutline } from '#outline/types.ts'

const width = 120
const height = 56
/** As many moments as a small picture can tell apart: the last ones, in which a run shows what it's kept for. */
const mostMoments = 22
const mostFlights = 30

/**
 * A run as a small picture: its clients and nodes as lines, the messages of its last moments as slanted lines between them,
 * what was lost on the way, who was down or cut off. Moments are equally far apart.
 */
export function pictureOfRun(outline: RunOutline): PlanPicture {
  const lanes = lanesOf(outline)
  const y = new Map(
    lanes.map(({ id }, place) => [id, Math.round(((place + 1) * height) / (lanes.length + 1))]),
  )
  const moments = [...new Set(outline.steps.map(({ at }) => at))].slice(-mostMoments)
  const first = moments[0] ?? 0
  const x = (at: number) => {
    const later = moments.findIndex((moment) => moment >= at)
    const place = later < 0 ? moments.length - 1 : later
    return Math.round(6 + (place * (width - 12)) / Math.max(1, moments.length - 1))
  }
  const seen = outline.messages.filter(({ sentAt, from, to }) => sentAt >= first && y.has(from) && y.has(to))
  const flights = seen.slice(-mostFlights).map(({ sentAt, endAt, from, to, fate }) => {
    const [x1, x2, y1, y2] = [x(sentAt), x(endAt), y.get(from)!, y.get(to)!]
    const isLost = fate === 'lost'
    // What is lost ends on its way.
    const end = isLost
      ? [Math.round(x1 + (Math.max(x2, x1 + 6) - x1) * 0.6), Math.round(y1 + (y2 - y1) * 0.6)]
      : [x2, y2]
    return { isLost, path: `M${x1} ${y1}L${end.join(' ')}` }
  })
  const isFrom = (at: number | null) => at === null || at >= first
  return {
    lines: [...y.values()].map((line) => `M3 ${line}H${width - 3}`).join(''),
    flights: flights.flatMap(({ isLost, path }) => (isLost ? [] : [path])).join(''),
    lost: flights.flatMap(({ isLost, path }) => (isLost ? [path] : [])).join(''),
    gaps: [
      ...outline.outages
        .filter(({ to, node }) => isFrom(to) && y.has(node))
        .map(({ node, from, to }) => `M${x(from)} ${y.get(node)}H${to === null ? width - 3 : x(to)}`),
      ...outline.cuts
        .filter(({ healedAt }) => isFrom(healedAt))
        .flatMap(({ from, to, at, healedAt }) => {
          const side = from.length <= to.length ? from : to
          return side.flatMap((id) =>
            y.has(id) ? [`M${x(at)} ${y.get(id)}H${healedAt === null ? width - 3 : x(healedAt)}`] : [],
          )
        }),
    ].join(''),
    asks: outline.operations
      .filter(({ call, client }) => call >= first && y.has(client))
      .map(({ call, client }) => [x(call), y.get(client)!] as const)
      .slice(-12),
  }
}
