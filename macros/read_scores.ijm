// Scores images against one reference by PSNR and SSIM, and reads the scores: from ImageJ's Results, as numbers,
// and by their names, as texts with all digits. Works the same with and without a display:
//   ahiq macro macros/read_scores.ijm REFERENCE DISTORTED...
args = split(getArgument(), "\n");
if (args.length < 2) exit("Expected REFERENCE DISTORTED...");
for (i = 1; i < args.length; i++) {
    run("AHIQ Score Pair...", "reference=[" + args[0] + "] distorted=[" + args[i] + "] metrics=psnr,ssim results");
    psnr = getResult("psnr", nResults - 1);
    ssim = call("sc.fiji.ahiq.ij1.AhiqPlugIn.get", "ssim");
    print(File.getName(args[i]) + " PSNR " + d2s(psnr, 6) + " SSIM " + ssim);
}
