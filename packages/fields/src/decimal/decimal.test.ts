import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { decimalKind } from './decimal.ts'
import { decimalExamples } from './decimal-examples.ts'

describeFieldKind(decimalKind, decimalExamples)
