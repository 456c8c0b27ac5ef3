import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { integerKind } from './integer.ts'
import { integerExamples } from './integer-examples.ts'

describeFieldKind(integerKind, integerExamples)
