package disk_test
import ("testing";"os";"fmt";"time";"nianbao/internal/disk")
func TestForty(t *testing.T){
 d:=t.TempDir()
 var names []string
 for i:=range 40000 { sub:=fmt.Sprintf("%s/镇%d",d,i/400); if i%400==0 {os.Mkdir(sub,0o700)}; n:=fmt.Sprintf("%s/%d.xlsx",sub,i); os.WriteFile(n,[]byte("x"),0o600); names=append(names,n)}
 b:=time.Now(); e,_:=disk.List([]string{d}); t.Log("folder",len(e),time.Since(b))
 var w disk.Writer
 b=time.Now(); w.KeepListed(e); t.Log("keep",time.Since(b))
 b=time.Now(); e,_=disk.List(names); t.Log("named",len(e),time.Since(b))
}
