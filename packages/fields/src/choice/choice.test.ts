import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { choiceKind } from './choice.ts'
import { choiceExamples } from './choice-examples.ts'

describeFieldKind(choiceKind, choiceExamples)
