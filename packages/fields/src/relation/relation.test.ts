import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { relationKind } from './relation.ts'
import { relationExamples } from './relation-examples.ts'

describeFieldKind(relationKind, relationExamples)
