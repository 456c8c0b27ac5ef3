/** Stars of the kind that tiles are laid in. */

/** A star of so many points as an SVG path around the origin; `depth` is how far the inner corners lie out, 0 to 1. */
export function starPath(points: number, radius: number, depth: number): string {
  const corners = Array.from({ length: points * 2 }, (_, place) => {
    const distance = place % 2 === 0 ? radius : radius * depth
    const angle = (Math.PI * place) / points - Math.PI / 2
    return `${round(Math.cos(angle) * distance)} ${round(Math.sin(angle) * distance)}`
  })
  return `M${corners.join('L')}Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
