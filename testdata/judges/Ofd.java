import java.nio.file.*;
import org.ofdrw.converter.export.ImageExporter;
import org.ofdrw.reader.*;

/** Opens each OFD, as readers do, prints the texts of its pages, and draws its pages at 144 dots an inch into the folder beside it. */
public class Ofd {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      Path path = Paths.get(file).toAbsolutePath();
      try (OFDReader reader = new OFDReader(path)) {
        ContentExtractor texts = new ContentExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++)
          System.out.printf("%s\t%d\t%s%n", path.getFileName(), page, String.join("", texts.getPageContent(page)));
      }
      try (ImageExporter drawn = new ImageExporter(path, Paths.get(path + ".pages"), "PNG", 144 / 25.4)) {
        drawn.export();
      }
    }
  }
}
