/** What the catalogue is made of: categories, their articles, and the variants that each article comes in. */

/** A text in both languages of the company. */
export interface Both {
  readonly en: string
  readonly ar: string
}

/** How an article may differ from its sisters; in Arabic an adjective agrees with its noun. */
export interface Variant {
  readonly en: string
  readonly masculine: string
  readonly feminine: string
  /** How much more it costs than the first variant. */
  readonly factor: number
}

/** An article: English name, Arabic name, the gender of the Arabic noun, the price of the first variant in cents, its weight in kg. */
export type Article = readonly [en: string, ar: string, gender: 'm' | 'f', cents: number, weight: number]

/** A category with all that is in it. */
export interface Shelf {
  readonly code: string
  readonly name: Both
  readonly description: Both
  readonly material: string
  readonly unit: 'piece' | 'set' | 'pack' | 'metre'
  readonly variants: readonly Variant[]
  readonly articles: readonly Article[]
}

function variant(en: string, [masculine, feminine = masculine]: readonly [string, string?], factor: number): Variant {
  return { en, masculine, feminine, factor }
}

/** The variants that several categories share. */
export const variants = {
  sizes: [
    variant('small', ['صغير', 'صغيرة'], 1),
    variant('medium', ['متوسط', 'متوسطة'], 1.45),
    variant('large', ['كبير', 'كبيرة'], 2.1),
  ],
  glazes: [
    variant('blue', ['أزرق', 'زرقاء'], 1),
    variant('white', ['أبيض', 'بيضاء'], 1),
    variant('green', ['أخضر', 'خضراء'], 1.1),
  ],
  glass: [
    variant('clear', ['شفاف', 'شفافة'], 1),
    variant('amber', ['كهرماني', 'كهرمانية'], 1.15),
    variant('blue', ['أزرق', 'زرقاء'], 1.15),
  ],
  woods: [
    variant('oak', ['من البلوط'], 1),
    variant('walnut', ['من الجوز'], 1.35),
    variant('white', ['أبيض', 'بيضاء'], 0.9),
  ],
  wools: [
    variant('red', ['أحمر', 'حمراء'], 1),
    variant('indigo', ['نيلي', 'نيلية'], 1.1),
    variant('sand', ['رملي', 'رملية'], 1),
  ],
  dyes: [
    variant('natural', ['طبيعي اللون', 'طبيعية اللون'], 1),
    variant('indigo', ['نيلي', 'نيلية'], 1.15),
    variant('saffron', ['زعفراني', 'زعفرانية'], 1.15),
  ],
  inks: [
    variant('black', ['أسود', 'سوداء'], 1),
    variant('green', ['أخضر', 'خضراء'], 1),
    variant('burgundy', ['عنابي', 'عنابية'], 1.05),
  ],
  leathers: [
    variant('brown', ['بني', 'بنية'], 1),
    variant('black', ['أسود', 'سوداء'], 1),
    variant('honey', ['عسلي', 'عسلية'], 1.08),
  ],
  patterns: [
    variant('plain', ['سادة'], 1),
    variant('floral', ['بنقوش زهرية'], 1.2),
    variant('geometric', ['بنقوش هندسية'], 1.2),
  ],
  bags: [variant('250 g', ['٢٥٠ غ'], 1), variant('500 g', ['٥٠٠ غ'], 1.85), variant('1 kg', ['١ كغ'], 3.5)],
  pouches: [variant('50 g', ['٥٠ غ'], 1), variant('100 g', ['١٠٠ غ'], 1.8), variant('250 g', ['٢٥٠ غ'], 4.1)],
  packs: [
    variant('single', ['قطعة واحدة'], 1),
    variant('pack of 3', ['عبوة من ٣'], 2.75),
    variant('pack of 12', ['عبوة من ١٢'], 10),
  ],
} as const satisfies { readonly [name: string]: readonly Variant[] }
