/** The {@link sc.fiji.ahiq.error.AhiqException} family. Imports nothing of this project. */
package sc.fiji.ahiq.error;
