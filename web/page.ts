// The script of the page that annal writes.
import { enliven } from './viewer';

const data = document.getElementById('annal-data');
if (data) enliven(document.body, JSON.parse(data.textContent!));
