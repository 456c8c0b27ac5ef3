import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { textKind } from './text.ts'
import { textExamples } from './text-examples.ts'

describeFieldKind(textKind, textExamples)
