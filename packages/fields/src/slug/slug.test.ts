import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { slugKind } from './slug.ts'
import { slugExamples } from './slug-examples.ts'

describeFieldKind(slugKind, slugExamples)
