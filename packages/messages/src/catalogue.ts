/** What a catalogue of texts looks like to the compiler: its shape, its keys, and what each text mentions. */
import type { en } from './catalogues/en.ts'

/** A text with a form for each plural that the language tells apart; `other` is always there. */
export type PluralText<Forms extends string = never> = { readonly other: string } & {
  readonly [Form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string
} & { readonly [Form in Forms]: string }

type Shape<Node, Forms extends string> = Node extends string
  ? string
  : Node extends { readonly one: string }
    ? PluralText<Forms>
    : { readonly [Name in keyof Node]: Shape<Node[Name], Forms> }

/** All texts of one language; `Forms` are the plural forms that it must give besides `other`. */
export type Catalogue<Forms extends string = never> = Shape<typeof en, Forms>

type Groups = typeof en
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
