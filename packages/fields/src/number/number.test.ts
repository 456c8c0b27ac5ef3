import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { numberKind } from './number.ts'
import { numberExamples } from './number-examples.ts'

describeFieldKind(numberKind, numberExamples)
