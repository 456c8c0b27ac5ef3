/** The currency in which the company keeps its books. */

/** Euros. */
export const currency = 'EUR'
