import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { jsonKind } from './json.ts'
import { jsonExamples } from './json-examples.ts'

describeFieldKind(jsonKind, jsonExamples)
