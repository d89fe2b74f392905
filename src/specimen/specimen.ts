/** Every component in every state, for the eye. Development only: never in the build. */
import { mount } from 'svelte';
import '../face/base.css';
import Specimen from './Specimen.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('specimen.html has no #app');
mount(Specimen, { target });
