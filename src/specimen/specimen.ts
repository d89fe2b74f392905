/**
 * Every component in every state, for the eye, in every language: `?lang=ar`.
 * Development only: never in the build.
 */
import { mount } from 'svelte';
import '../face/base.css';
import { languageFor, speak } from '../words/words.ts';
import Specimen from './Specimen.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('specimen.html has no #app');
const asked = new URLSearchParams(location.search);
await speak(languageFor([asked.get('lang') ?? 'en']), document.documentElement);
mount(Specimen, { target, props: { part: asked.get('part') } });
