import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { percentKind } from './percent.ts'
import { percentExamples } from './percent-examples.ts'

describeFieldKind(percentKind, percentExamples)
