// The packages of tests/web, unless the caller names others.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.env.NODE_PATH ||= path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'web', 'node_modules');
