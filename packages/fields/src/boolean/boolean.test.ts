import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { booleanKind } from './boolean.ts'
import { booleanExamples } from './boolean-examples.ts'

describeFieldKind(booleanKind, booleanExamples)
