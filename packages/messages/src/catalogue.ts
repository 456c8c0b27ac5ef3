/** What a catalogue of texts looks like to the compiler: its shape, its keys, and what each text mentions. */
import type { en } from './catalogues/en.ts'
import type { later } from './catalogues/later/en.ts'

/** A text with a form for each plural that the language tells apart; `other` is always there. */
export type PluralText<Forms extends string = never> = { readonly other: string } & {
  readonly [Form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string
} & { readonly [Form in Forms]: string }

type Shape<Node, Forms extends string> = Node extends string
  ? string
  : Node extends { readonly one: string }
    ? PluralText<Forms>
    : { readonly [Name in keyof Node]: Shape<Node[Name], Forms> }

/** The texts that a first screen needs; `Forms` are the plural forms that the language must give besides `other`. */
export type FirstTexts<Forms extends string = never> = Shape<typeof en, Forms>

/** The texts of the screens behind it. */
export type LaterTexts<Forms extends string = never> = Shape<typeof later, Forms>

/** All texts of one language. */
export type Catalogue = FirstTexts & LaterTexts

type Groups = typeof en & typeof later
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never
type TextAt<Key> = Key extends `${infer Group extends keyof Groups & string}.${infer Name}`
  ? Name extends keyof Groups[Group]
    ? Groups[Group][Name]
    : never
  : never

/** The name of a text: its group, a dot, its own name (`list.count`). */
export type MessageKey = {
  [Group in keyof Groups & string]: `${Group}.${keyof Groups[Group] & string}`
}[keyof Groups & string]

/** What the text of a key mentions; never where it mentions nothing. */
export type ParameterOf<Key extends MessageKey> =
  TextAt<Key> extends string ? Placeholders<TextAt<Key>> : 'count' | Placeholders<TextAt<Key>[keyof TextAt<Key>]>

/** The values for what a text mentions. Numbers are written in the digits of the language. */
export type ParametersOf<Key extends MessageKey> = {
  readonly [Name in ParameterOf<Key>]: Name extends 'count' ? number : string | number
}
