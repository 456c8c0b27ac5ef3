import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { colourKind } from './colour.ts'
import { colourExamples } from './colour-examples.ts'

describeFieldKind(colourKind, colourExamples)
