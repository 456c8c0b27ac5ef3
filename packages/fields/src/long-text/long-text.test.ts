import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { longTextKind } from './long-text.ts'
import { longTextExamples } from './long-text-examples.ts'

describeFieldKind(longTextKind, longTextExamples)
