import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { datetimeKind } from './datetime.ts'
import { datetimeExamples } from './datetime-examples.ts'

describeFieldKind(datetimeKind, datetimeExamples)
