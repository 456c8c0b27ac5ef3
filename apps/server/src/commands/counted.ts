/** An amount with its noun, for the terminal. */

/** `1 model`, `3,503 models`. */
export function counted(amount: number, noun: string): string {
  return `${amount.toLocaleString('en')} ${noun}${amount === 1 ? '' : 's'}`
}
