// The same exams in a real browser, whose engine is another than Node's.
import './oddSignatures.test.ts';
import './signatures.test.ts';
