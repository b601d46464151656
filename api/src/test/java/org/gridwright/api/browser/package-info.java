/** The map application as people meet it: a real browser, a real server and a whole demo city. */
package org.gridwright.api.browser;
