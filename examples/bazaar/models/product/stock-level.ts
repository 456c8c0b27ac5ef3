/** How much stock is enough. */

/** What a stock comes to. */
export type StockState = 'out' | 'low' | 'enough'

/** The state of a stock: low at or below the point where more is ordered. */
export function stockState(stock: number, reorderAt: number): StockState {
  if (stock <= 0) return 'out'
  return stock <= reorderAt ? 'low' : 'enough'
}

/** How full the bar is, 0 to 1: full at four times the point where more is ordered. */
export function stockShare(stock: number, reorderAt: number): number {
  return Math.max(0, Math.min(1, stock / Math.max(1, reorderAt * 4)))
}
