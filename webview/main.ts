import './jitless';
import './elements/entity-card';
import './elements/evidence-list';
import './elements/graph-view';
import './elements/journal-list';
import './elements/legend';
import './elements/memory-card';
import './elements/memory-editor';
import './elements/neighbour-list';
import './elements/outcome-list';
import './elements/quality-bar';
import './elements/search-box';
import { PanelApp } from './elements/panel-app';
import { HostLink } from './host-link';
import { PanelModel } from './panel-model';
import { followTheme } from './theme';
import { registerControls } from './toolkit';

// The panel's composition root.
registerControls();
followTheme();
const link = new HostLink();
const model = new PanelModel(link, link.kept());
link.listen((raw) => model.receive(raw));
const panel = new PanelApp();
panel.model = model;
document.body.append(panel);
model.start();
