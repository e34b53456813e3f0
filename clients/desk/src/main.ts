/** The staff desk. */

import './elements';
import './style.css';

import { createApp } from 'vue';

import App from './App.vue';
import { router } from './router';

createApp(App).use(router).mount('#desk');
