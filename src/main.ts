import { registerServiceWorker } from './platform/serviceWorker.ts';
import { installTrustedTypes } from './platform/trustedTypes.ts';

installTrustedTypes();
void registerServiceWorker();

const app = document.getElementById('app');
if (app) app.textContent = 'Manyhands';
