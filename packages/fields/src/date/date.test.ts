import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { dateKind } from './date.ts'
import { dateExamples } from './date-examples.ts'

describeFieldKind(dateKind, dateExamples)
