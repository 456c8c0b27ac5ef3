/** The texts that people see, in their language, and how numbers and dates are written in it. */
export type { Catalogue, FirstTexts, MessageKey, ParameterOf, ParametersOf } from './catalogue.ts'
export { createFormat, type Format, type Numeric } from './format.ts'
export {
  chooseLanguage,
  type Language,
  type LanguageDescription,
  languageCodes,
  languages,
  loadTexts,
} from './languages.ts'
export { type FormatChoices, timeZoneOf } from './locale-tag.ts'
export { type CodedText, createTranslator, type Translator } from './translator.ts'
