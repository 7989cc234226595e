// A timeline in Vue 3. With a build step, put isCustomElement into the options of @vitejs/plugin-vue.
import { createApp, ref } from 'vue';
import 'annal-timeline';

export function mount(element, timeline) {
  const app = createApp({
    setup: () => ({ timeline, title: ref('') }),
    template: `<main>
      <h1>A timeline in Vue</h1>
      <output>{{ title }}</output>
      <annal-timeline :timeline="timeline" @annal-select="title = $event.detail ? $event.detail.event.title : ''"></annal-timeline>
    </main>`,
  });
  app.config.compilerOptions.isCustomElement = tag => tag === 'annal-timeline';
  app.mount(element);
  return app;
}
