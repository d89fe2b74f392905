// The same exam in a real browser, whose UTF-8 and numbers are another engine's.
import './vectors.test.ts';
