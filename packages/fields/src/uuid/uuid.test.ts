import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { uuidKind } from './uuid.ts'
import { uuidExamples } from './uuid-examples.ts'

describeFieldKind(uuidKind, uuidExamples)
