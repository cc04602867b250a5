/** AHIQ for ImageJ. {@link sc.fiji.ahiq.Version} imports nothing of this project. */
package sc.fiji.ahiq;
