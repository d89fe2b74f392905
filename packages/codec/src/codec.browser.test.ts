// The same exams in a real browser, whose UTF-8 and numbers are another engine's.
// Appendix A of RFC 8949 is in the first.
import './decode.test.ts';
import './shape.test.ts';
