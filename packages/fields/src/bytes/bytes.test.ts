import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { bytesKind } from './bytes.ts'
import { bytesExamples } from './bytes-examples.ts'

describeFieldKind(bytesKind, bytesExamples)
